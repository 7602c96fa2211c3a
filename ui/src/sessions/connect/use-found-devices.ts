import { useQuery } from '@tanstack/react-query';
import { backend, type DeviceTools, type Problem } from '../../backend/index.ts';

const LOOK_EVERY_MS = 4000;

/** The devices that tools of this computer find; looked for again and again, for people plug them in meanwhile. */
export function useFoundDevices(): DeviceTools | undefined {
  const { data } = useQuery<DeviceTools, Problem>({
    queryKey: ['device_tools', null],
    queryFn: () => backend.call('device_tools', null),
    refetchInterval: LOOK_EVERY_MS,
    staleTime: 0,
    gcTime: 0,
  });
  return data;
}

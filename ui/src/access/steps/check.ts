import type { AccessStep, Aim, Phase } from './access-step.ts';

const assurance: AccessStep = {
  id: 'checkAssurance',
  title: 'Assurance lists its sessions',
  text: 'From here on you can make sessions and follow them.',
  who: 'you',
  lines: ['assurance'],
  onlyByCheck: true,
};

const platform: AccessStep = {
  id: 'checkPlatform',
  title: 'Experience Platform lists XDM classes and sandboxes',
  text: 'It is the call with which Adobe’s own guide ends.',
  who: 'you',
  lines: ['platform', 'sandboxes'],
  onlyByCheck: true,
};

const tags: AccessStep = {
  id: 'checkTags',
  title: 'Tags lists companies and properties',
  text: 'What the credential may do with them stands in the integration, under Tags.',
  who: 'you',
  lines: ['tagsCompanies', 'tagsProfile'],
  onlyByCheck: true,
};

/** A call to each service. */
export function check({ goals }: Aim): Phase {
  return {
    title: 'Check',
    steps: [assurance, ...(goals.includes('platform') ? [platform] : []), ...(goals.includes('tags') ? [tags] : [])],
  };
}

import { Content, Dialog, Heading } from '@react-spectrum/s2/Dialog';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Tab, TabList, TabPanel, Tabs } from '@react-spectrum/s2/Tabs';
import type { AboutPage } from './asked.ts';
import { Licences } from './Licences.tsx';
import { Privacy } from './Privacy.tsx';
import { Program } from './Program.tsx';

const panel = style({ paddingTop: 16, height: 384, overflow: 'auto', font: 'body' });

/** The program, its licences, and what it does with data. */
export function AboutDialog({ page }: { page: AboutPage }) {
  return (
    <Dialog size="L" isDismissible>
      <Heading slot="title">Assurance Desk</Heading>
      <Content>
        <Tabs aria-label="About Assurance Desk" defaultSelectedKey={page}>
          <TabList>
            <Tab id="about">About</Tab>
            <Tab id="licences">Licences</Tab>
            <Tab id="privacy">Privacy</Tab>
          </TabList>
          <TabPanel id="about">
            <div className={panel}>
              <Program />
            </div>
          </TabPanel>
          <TabPanel id="licences">
            <div className={panel}>
              <Licences />
            </div>
          </TabPanel>
          <TabPanel id="privacy">
            <div className={panel}>
              <Privacy />
            </div>
          </TabPanel>
        </Tabs>
      </Content>
    </Dialog>
  );
}

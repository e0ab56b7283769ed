import { componentFlows } from '../../simulator/flows';
import { picture, screenOf, type Specimen } from '../specimen';

const text = [
  '# Terms of the hire',
  'What is written here holds for **bicycles** and *trailers*. Read it ~~twice~~ once, and ask [us](https://example.com).',
  '## Prices',
  '| Bicycle | A day | A week |\n|---|---|---|\n| City | **12** | 60 |\n| With a child seat that can be taken off | 15 | 75 |\n| Cargo | 25 | ~~125~~ 110 |',
  '### What to bring',
  '- A passport\n- A deposit, in cash or by card\n- Good shoes',
  '1. Come in the morning\n2. Try it in the yard',
  `![The yard](data:image/png;base64,${picture})`,
  '![Elsewhere](https://example.com/yard.png)',
  'Two lines\nof one paragraph <i>without markup</i>',
];

export const richText: readonly Specimen[] = [
  { title: 'As in the simulator', flow: componentFlows['RichText']! },
  { title: 'Everything', flow: screenOf('RichText', [{ type: 'RichText', text }]) },
  {
    title: 'A wide table, other script',
    flow: screenOf('RichText', [
      {
        type: 'RichText',
        text: '| The first column | The second column | The third column | The fourth one |\n|--|--|--|--|\n| a | b | c | d |\n\n# مرحبا بكم\n\nنحتفظ **بطاولتك** لمدة خمس عشرة دقيقة.\n\n- واحد\n- اثنان',
      },
    ]),
  },
];

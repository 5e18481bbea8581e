/** Line 5: what staff and patients add, and how a mistake is put right. */
import type { PaperFile, Someone } from '../someone.ts'

export interface Pile {
  readonly kind: string
  readonly careDay: string
  readonly files: readonly PaperFile[]
}

/** Many files at once, each with its progress. */
export async function addsPapers(clerk: Someone, { kind, careDay, files }: Pile): Promise<void> {
  await clerk.the('tab', 'Add papers').click()
  await clerk.picks('What kind of papers', kind)
  await clerk.dates(careDay, 'Date of care')
  await clerk.gives('Choose files', ...files)
  for (const { name } of files)
    await clerk.page.getByRole('listitem').filter({ hasText: name }).getByText('saved').first().waitFor()
  await clerk.looks('counter-papers')
}

export async function addsAgain(clerk: Someone, paper: PaperFile): Promise<void> {
  await clerk.gives('Choose files', paper)
  await clerk.sees('was there already and is not added twice')
  await clerk.looks('counter-duplicate')
}

/** Of FHIR all is added, or, where name, age or sex do not fit, nothing. */
export async function addsFhir(
  clerk: Someone,
  wrong: PaperFile,
  right: PaperFile,
  count: number,
): Promise<void> {
  await clerk.the('tab', 'Add a FHIR file').click()
  await clerk.gives('Choose a file', wrong)
  await clerk.sees(/fit/)
  await clerk.looks('counter-fhir-refused')
  await clerk.gives('Choose a file', right)
  await clerk.sees(`${count} entries added from ${right.name}`)
  await clerk.looks('counter-fhir')
}

/** The paper of one patient that got into the chart of another. */
export async function putsRight(clerk: Someone, paper: string, right: string, name: string): Promise<void> {
  await clerk.the('tab', 'What we wrote').click()
  await clerk.looks('counter-wrote')
  await clerk.presses('Show what we wrote')
  await clerk.presses(paper)
  await clerk.sees('I have read this scan')
  await clerk.looks('counter-entry')
  await clerk.presses('Entered in error')
  await clerk.writes('Why it is wrong', 'It lay in the wrong folder')
  await clerk.chooses("Another patient's")
  await clerk.writes("The right patient's health ID or token number", right)
  await clerk.page.getByRole('button', { name: 'Find' }).last().click()
  await clerk.looks('counter-strike')
  await clerk.presses('Strike it and add it to the right chart')
  await clerk.sees(`Struck through here and added to the chart of ${name}`)
  await clerk.looks('counter-struck')
}

/** The one whose chart it was in is told, and finds it struck through; the other finds it. */
export async function isTold(patient: Someone, news: string, marked: string): Promise<void> {
  await patient.goes('/')
  await patient.follows(news)
  await patient.sees(marked)
  await patient.looks(`told-${news.split(' ').at(-1) ?? ''}`)
}

export async function addsOwn(patient: Someone, paper: PaperFile): Promise<void> {
  await patient.goes('/chart')
  await patient.follows('Add')
  await patient.picks('What are they?', 'Test results')
  await patient.gives('Choose files', paper)
  await patient.sees('1 file saved')
  await patient.picks('What did you measure?', 'Blood pressure')
  await patient.writes('Upper figure', '148')
  await patient.writes('Lower figure', '92')
  await patient.presses('Save')
  await patient.sees('The reading is in your chart.')
  await patient.looks('add-to-my-chart')
}

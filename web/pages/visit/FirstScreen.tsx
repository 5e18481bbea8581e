import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ProblemNotice } from '../../app/ProblemNotice.tsx'
import { TextSkeleton } from '../../ui/index.ts'
import type { Visit } from '../visits/questions.ts'
import { Allergies } from './Allergies.tsx'
import { Box } from './Box.tsx'
import { Identity } from './Identity.tsx'
import { ItemRow } from './ItemRow.tsx'
import { News } from './News.tsx'
import { firstScreenAnswer, type FirstScreen as First } from './questions.ts'
import { ResultRow } from './ResultRow.tsx'

/** What four minutes allow: seen without scrolling, in the order in which harm is done by missing it. */
export function FirstScreen({ visit }: { readonly visit: Visit }) {
  const { data, error, refetch } = useQuery(firstScreenAnswer(visit.consent))
  return (
    <>
      <Identity visit={visit} patient={data?.patient} />
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data ? <Boxes consent={visit.consent} first={data} /> : !error && <BoxesToCome />}
    </>
  )
}

function Boxes({ consent, first }: { readonly consent: string; readonly first: First }) {
  const { t } = useTranslation('visit')
  const { allergies, medicines, problems, results, vitalSigns, news, entries } = first
  return (
    <>
      <Allergies consent={consent} allergies={allergies} />
      <div className="visit-boxes">
        <div className="visit-column">
          <Box title={t('medicines')} box={medicines}>
            {(item) => <ItemRow key={item.entry} consent={consent} item={item} />}
          </Box>
          <Box title={t('problems')} box={problems}>
            {(item) => <ItemRow key={item.entry} consent={consent} item={item} />}
          </Box>
          <News consent={consent} news={news} entries={entries} />
        </div>
        <div className="visit-column">
          <Box title={t('results')} box={results}>
            {(item) => <ResultRow key={item.entry} consent={consent} result={item} />}
          </Box>
          <Box title={t('vitalSigns')} box={vitalSigns}>
            {(item) => <ResultRow key={item.entry} consent={consent} result={item} />}
          </Box>
        </div>
      </div>
    </>
  )
}

const COLUMNS = [
  ['medicines', 'problems'],
  ['results', 'vitalSigns'],
] as const

/** Of the size they will have, so that nothing jumps under a finger. Never on paper: empty there would mean none. */
function BoxesToCome() {
  const { t } = useTranslation('visit')
  return (
    <>
      <div className="visit-allergies screen-only">
        <h2>{t('allergies')}</h2>
        <TextSkeleton lines={1} />
      </div>
      <div className="visit-boxes screen-only">
        {COLUMNS.map((boxes) => (
          <div key={boxes[0]} className="visit-column">
            {boxes.map((box) => (
              <section key={box} className="visit-box">
                <h2>{t(box)}</h2>
                <TextSkeleton lines={8} />
              </section>
            ))}
          </div>
        ))}
      </div>
    </>
  )
}

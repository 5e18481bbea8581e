import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { addFhirEndpoint } from '#records/model'
import { call, type Answer } from '../../app/client.ts'
import { isProblem } from '../../app/problem.ts'
import { ProblemNotice } from '../../app/ProblemNotice.tsx'
import { refresh } from '../../app/queries.ts'
import { useWords } from '../../text/use-words.ts'
import { FileButton, KINDS, Notice, Problem, Row, RowList, Stack } from '../../ui/index.ts'
import type { OfPatient } from './questions.ts'

const FHIR = 'application/fhir+json'

/** A file of FHIR R4, all of it or nothing; what is wrong with it is named, place by place. */
export function AddFhir(of: OfPatient) {
  const { t } = useTranslation('desk')
  const adding = useAdding(of)
  return (
    <Stack>
      <p className="quiet">{t('fhir.lead')}</p>
      <FileButton
        kind="main"
        icon="upload"
        label={t('fhir.choose')}
        busy={adding.isPending}
        accept=".json,application/json,application/fhir+json"
        onFiles={([file]) => file && adding.mutate(file)}
      />
      {adding.data && <Added name={adding.variables.name} added={adding.data} />}
      {adding.error && <Refused name={adding.variables.name} error={adding.error} />}
    </Stack>
  )
}

function useAdding({ organisation, patient: { person } }: OfPatient) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (file: File) =>
      call(addFhirEndpoint, { params: { organisation, person }, body: new Blob([file], { type: FHIR }) }),
    onSuccess: () => refresh(queries, ['staff']),
  })
}

interface AddedProps {
  readonly name: string
  readonly added: Answer<typeof addFhirEndpoint>
}

function Added({ name, added: { added, duplicates, byKind, unanswered } }: AddedProps) {
  const { t } = useTranslation(['desk', 'ui'])
  const words = useWords()
  const kinds = KINDS.filter((kind) => (byKind[kind] ?? 0) > 0).map(
    (kind) => `${t(`ui:kind.${kind}`)}: ${byKind[kind] ?? 0}`,
  )
  return (
    <div aria-live="polite">
      <Notice title={t('fhir.added', { count: added, name })}>
        {kinds.length > 0 && <p>{words.list(kinds)}</p>}
        {duplicates > 0 && <p>{t('fhir.duplicates', { count: duplicates })}</p>}
        {unanswered.count > 0 && <Unanswered {...unanswered} />}
      </Notice>
    </div>
  )
}

/** Nothing is refused for it, but whoever made the file should know. */
function Unanswered({ count, first }: Answer<typeof addFhirEndpoint>['unanswered']) {
  const { t } = useTranslation('desk')
  return (
    <>
      <p>{t('fhir.unanswered', { count })}</p>
      <ul>
        {first.map((path) => (
          <li key={path}>
            <code>{path}</code>
          </li>
        ))}
      </ul>
    </>
  )
}

interface RefusedProps {
  readonly name: string
  readonly error: Error
}

function Refused({ name, error }: RefusedProps) {
  const { t } = useTranslation('desk')
  const fields = isProblem(error) ? (error.details.fields ?? []) : []
  if (fields.length === 0) return <ProblemNotice error={error} />
  return (
    <Stack gap="small">
      <Problem happened={t('fhir.refused', { name })} safe={t('fhir.nothing')} todo={t('fhir.ask')} />
      <RowList label={t('fhir.wrong')}>
        {fields.map(({ path, message }) => (
          <Row key={path + message} title={message} detail={<code>{path}</code>} />
        ))}
      </RowList>
    </Stack>
  )
}

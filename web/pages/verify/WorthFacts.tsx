import { useTranslation } from 'react-i18next'
import type { Worth } from '#exchange/model'
import { countWords } from '../../text/numbers.ts'
import { Facts, Section, When } from '../../ui/index.ts'

/** Who signed, and how much that is worth. */
export function WorthFacts({ worth }: { readonly worth: Worth }) {
  const { t } = useTranslation('verify')
  const { chain, height, time, signers, members, keys } = worth
  return (
    <Section
      title={members === 1 ? t('worth.one') : t('worth.many', { signers, members })}
      note={members === 1 ? t('worth.oneWords') : t('worth.manyWords')}
    >
      <Facts
        facts={[
          { label: t('worth.time'), value: <When at={time} /> },
          { label: t('worth.chain'), value: t('worth.block', { chain, height: countWords(height) }) },
          { label: t('worth.keys'), value: <Keys keys={keys} /> },
        ]}
      />
    </Section>
  )
}

function Keys({ keys }: Pick<Worth, 'keys'>) {
  return (
    <>
      {keys.map((key) => (
        <code key={key} className="verify-key">
          {key}
        </code>
      ))}
    </>
  )
}

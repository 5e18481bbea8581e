import { useTranslation } from 'react-i18next'
import { Link, Mark } from '../ui/index.ts'
import './product-link.css'

/** The name of the product, where a page is of no chart. */
export function ProductLink() {
  const { t } = useTranslation('common')
  return (
    <Link className="product-link" href="/">
      <Mark />
      {t('product')}
    </Link>
  )
}

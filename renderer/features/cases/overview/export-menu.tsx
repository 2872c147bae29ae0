import { Menu } from '@base-ui/react/menu'
import type { CaseId } from '../../../../shared/case/ids.ts'
import { printFormats } from '../../../../shared/journal/entry.ts'
import { editions } from '../../../../shared/overview/edition.ts'
import { mayExport, usePolicies } from '../../../api/policies.ts'
import { Icon } from '../../../base/icon.tsx'
import { useT } from '../../../base/use-t.ts'
import { refusedWithout } from '../../../note-model/may.ts'
import { useCommandContext, useWorkbench } from '../../../workbench/context.ts'
import { exportCommand } from './export-overview.ts'
import '../../../base/dialog.css'

/** The page as a file: for the agency and for the employer, in every format. */
export function ExportMenu({ caseId }: { caseId: CaseId }) {
  const t = useT()
  const { runCommand } = useWorkbench()
  const policies = usePolicies()
  const refused = refusedWithout('export')(useCommandContext(), {})
  return (
    <Menu.Root>
      <Menu.Trigger className="button">
        <Icon name="export" />
        {t('overview.export')}
        <Icon name="chevron-down" />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className="menu-positioner" sideOffset={2} align="end">
          <Menu.Popup className="menu-popup">
            {editions.map((edition) => (
              <Menu.Group key={edition}>
                <Menu.GroupLabel className="menu-label">{t(`overview.export.${edition}`)}</Menu.GroupLabel>
                {printFormats.map((format) => (
                  <Menu.Item
                    key={format}
                    className="menu-item"
                    disabled={refused !== undefined || !mayExport(policies, format)}
                    title={refused?.why}
                    onClick={() => runCommand(exportCommand(edition, format), { caseId })}
                  >
                    {t(`overview.export.format.${format}`)}
                    {refused !== undefined ? (
                      <span className="menu-key">{refused.short}</span>
                    ) : mayExport(policies, format) ? null : (
                      <span className="menu-key">{t('policies.governed.short')}</span>
                    )}
                  </Menu.Item>
                ))}
              </Menu.Group>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}

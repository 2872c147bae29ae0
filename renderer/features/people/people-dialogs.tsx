import { Dialog } from '@base-ui/react/dialog'
import { DialogPopup } from '../../base/dialog-popup.tsx'
import { useT } from '../../base/use-t.ts'
import { useArchive, useWorkbench } from '../../workbench/context.ts'
import { closePeopleDialog, usePeopleDialog } from './state.ts'
import { UserForm } from './user-form.tsx'
import { WhoForm } from './who-form.tsx'
import '../../base/dialog.css'
import './people.css'

/** Byt användare eller roll, and a user who is added or changed. */
export function PeopleDialogs() {
  const t = useT()
  const archive = useArchive()
  const { notify } = useWorkbench()
  const dialog = usePeopleDialog()
  if (archive.state !== 'open') return null
  const title =
    dialog.kind === 'switch'
      ? 'people.switch'
      : dialog.kind === 'user' && dialog.user
        ? 'people.change'
        : 'people.add'
  return (
    <Dialog.Root open={dialog.kind !== 'closed'} onOpenChange={(open) => open || closePeopleDialog()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-backdrop" />
        <DialogPopup className="dialog">
          <Dialog.Title className="dialog-title">{t(title)}</Dialog.Title>
          {dialog.kind === 'switch' ? (
            <WhoForm
              archive={archive}
              submit={t('people.switch.submit')}
              onDone={() => {
                closePeopleDialog()
                notify(t('people.switch.done'), 'success')
              }}
            >
              <button type="button" className="button" onClick={closePeopleDialog}>
                {t('people.cancel')}
              </button>
            </WhoForm>
          ) : dialog.kind === 'user' ? (
            <UserForm user={dialog.user} done={closePeopleDialog} />
          ) : null}
        </DialogPopup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

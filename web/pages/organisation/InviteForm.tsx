import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { STAFF_ROLES, type StaffRole } from '#http/model'
import { inviteEndpoint } from '#identity/model'
import { Form } from '../../app/Form.tsx'
import { useForm } from '../../app/form.ts'
import { useGo } from '../../app/go.ts'
import { useSend } from '../../app/queries.ts'
import { TextField, Tick, TickList, useUndo } from '../../ui/index.ts'

/** Somebody accepts under their own account; whether there is one, nobody here is told. */
export function InviteForm({ organisation }: { readonly organisation: string }) {
  const { t } = useTranslation('organisation')
  const [roles, setRoles] = useState<readonly StaffRole[]>([])
  const { inviting, invite } = useInviting(organisation)
  const form = useForm({
    start: { identifier: '', roles: '' },
    check: ({ identifier }) => ({
      identifier: identifier.trim().length < 3 ? t('invite.identifierMissing') : undefined,
      roles: roles.length === 0 ? t('invite.rolesMissing') : undefined,
    }),
    send: ({ identifier }) => invite(identifier.trim(), roles),
  })
  return (
    <Form onSubmit={form.submit} action={t('invite.send')} busy={inviting.isPending} error={inviting.error}>
      <TextField
        {...form.field('identifier')}
        label={t('invite.identifier')}
        hint={t('invite.identifierHint')}
      />
      <RoleTicks roles={roles} onRoles={setRoles} message={form.messageFor('roles')} />
    </Form>
  )
}

function useInviting(organisation: string) {
  const { t } = useTranslation('organisation')
  const say = useUndo()
  const go = useGo()
  const inviting = useSend(inviteEndpoint)
  const invite = (identifier: string, roles: readonly StaffRole[]) =>
    inviting.mutate(
      { params: { organisation }, body: { identifier, roles } },
      {
        onSuccess() {
          say(t('invite.done', { identifier }))
          go(`/organisation/${organisation}`)
        },
      },
    )
  return { inviting, invite }
}

interface RoleTicksProps {
  readonly roles: readonly StaffRole[]
  readonly onRoles: (roles: readonly StaffRole[]) => void
  readonly message: string | undefined
}

function RoleTicks({ roles, onRoles, message }: RoleTicksProps) {
  const { t } = useTranslation('organisation')
  const turn = (role: StaffRole, on: boolean) =>
    onRoles(on ? [...roles, role] : roles.filter((held) => held !== role))
  return (
    <TickList label={t('invite.roles')} message={message}>
      {STAFF_ROLES.map((role) => (
        <Tick
          key={role}
          label={t(`role.${role}`)}
          detail={t(`roleDetail.${role}`)}
          checked={roles.includes(role)}
          onChecked={(on) => turn(role, on)}
        />
      ))}
    </TickList>
  )
}

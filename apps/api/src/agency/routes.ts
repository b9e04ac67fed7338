import { agency, type UnitRecord, units } from '@chung-tay/contracts/agency'
import { type EmployeeRecord, employees } from '@chung-tay/contracts/employees'
import type { FastifyInstance } from 'fastify'
import type { Actors } from '../accounts/actors.ts'
import { type ExportColumn, implementExport } from '../http/export.ts'
import { implement, implementFile } from '../http/implement.ts'
import { setColumns, showColumns } from '../imports/columns.ts'
import { sendRefused, sendTemplate } from '../imports/files.ts'
import { createEmployee, getEmployee, listEmployees, updateEmployee } from './employees.ts'
import { checkImport, employeeTable, refusedRows, runImport } from './import.ts'
import { createUnit, getAgency, getUnit, listUnits, setEscalation, setPublicYears, updateAgency, updateUnit } from './service.ts'
import { employeeTemplate } from './template.ts'
import { employeeKindNames, reasonText, unitKindNames } from './words.ts'
import { clearWorkingDay, listWorkingDays, setWorkingDay } from './working-days.ts'

const unitColumns: ExportColumn<UnitRecord>[] = [
  { header: 'Đơn vị', width: 40, value: (unit) => unit.name },
  { header: 'Tên ngắn', value: (unit) => unit.shortName },
  { header: 'Loại', value: (unit) => unitKindNames[unit.kind] },
  { header: 'Trưởng đơn vị', width: 28, value: (unit) => unit.headName },
  { header: 'Số người', value: (unit) => unit.employeeCount },
  { header: 'Tình trạng', value: (unit) => (unit.active ? 'Đang hoạt động' : 'Đã ngừng') },
]

const employeeColumns: ExportColumn<EmployeeRecord>[] = [
  { header: 'Mã', width: 12, value: (employee) => employee.code },
  { header: 'Họ và tên', width: 28, value: (employee) => employee.name },
  { header: 'Đơn vị', width: 34, value: (employee) => employee.unitName },
  { header: 'Chức vụ', value: (employee) => employee.position },
  { header: 'Loại', value: (employee) => employeeKindNames[employee.kind] },
  { header: 'Thư điện tử', width: 28, value: (employee) => employee.email },
  { header: 'Điện thoại', value: (employee) => employee.phone },
  { header: 'Tình trạng', value: (employee) => (employee.active ? 'Đang công tác' : 'Đã nghỉ') },
]

const unitRoutes = (app: FastifyInstance) => {
  implement(app, agency.get, ({ context }) => getAgency(context))
  implement(app, agency.update, ({ context, body }) => updateAgency(context, body))
  implement(app, agency.setEscalation, ({ context, body }) => setEscalation(context, body.escalateAfter))
  implement(app, agency.setPublicYears, ({ context, body }) => setPublicYears(context, body.years))
  implement(app, agency.workingDays, ({ context, query }) => listWorkingDays(context, query.year))
  implement(app, agency.setWorkingDay, ({ context, body }) => setWorkingDay(context, body))
  implement(app, agency.clearWorkingDay, ({ context, params }) => clearWorkingDay(context, params.day))
  implement(app, units.list, ({ context, query }) => listUnits(context, query))
  implement(app, units.get, ({ context, params }) => getUnit(context, params.id))
  implement(app, units.create, ({ context, body }) => createUnit(context, body))
  implement(app, units.update, ({ context, params, body }) => updateUnit(context, params.id, body))
  implementExport(app, units.list, {
    name: 'don-vi',
    columns: unitColumns,
    list: (context, _, query) => listUnits(context, query),
  })
}

const employeeRoutes = (app: FastifyInstance) => {
  implement(app, employees.list, ({ context, query }) => listEmployees(context, query))
  implement(app, employees.get, ({ context, params }) => getEmployee(context, params.id))
  implement(app, employees.create, ({ context, body }) => createEmployee(context, body))
  implement(app, employees.update, ({ context, params, body }) => updateEmployee(context, params.id, body))
  implementExport(app, employees.list, {
    name: 'can-bo-nhan-vien',
    columns: employeeColumns,
    list: (context, _, query) => listEmployees(context, query),
  })
}

const importRoutes = (app: FastifyInstance) => {
  implement(app, employees.importCheck, ({ context, query }) => checkImport(context, query.fileId))
  implement(app, employees.importColumns, ({ context, query }) => showColumns(context, query.fileId, employeeTable))
  implement(app, employees.importMapping, ({ context, body }) => setColumns(context, body, employeeTable))
  implement(app, employees.importRun, ({ context, body }) => runImport(context, body.fileId))
  implementFile(app, employees.importTemplate, async ({ context }, reply) => sendTemplate(reply, 'mau-nhap-can-bo', await employeeTemplate(context)))
  implementFile(app, employees.importRefused, async ({ context, query }, reply) =>
    sendRefused(reply, query.format, await refusedRows(context, query.fileId), reasonText),
  )
}

export const agencyRoutes = (actors: Actors) => async (app: FastifyInstance) => {
  // Who heads a unit or works there is part of what a person may do: nobody keeps an old right until the kept session runs out.
  app.addHook('onSend', async (request) => {
    if (request.method !== 'GET') actors.forgetAll()
  })
  unitRoutes(app)
  employeeRoutes(app)
  importRoutes(app)
}

import { accounts, setup } from './accounts.ts'
import { activities } from './activities.ts'
import { agency, units } from './agency.ts'
import { annexes } from './annex.ts'
import { audit } from './audit.ts'
import { awardTiers } from './award-tiers.ts'
import { awardDecisions } from './awards.ts'
import { bankLines } from './bank-lines.ts'
import { bankStatements } from './bank-statements.ts'
import { campaigns } from './campaigns.ts'
import { childMerges } from './child-merges.ts'
import { children } from './children.ts'
import { childrenImport } from './children-import.ts'
import { confirmations } from './confirmations.ts'
import type { Contract } from './contract.ts'
import { dataRequests } from './data-requests.ts'
import { donations, donors } from './donations.ts'
import { employees } from './employees.ts'
import { events } from './events.ts'
import { files } from './files.ts'
import { funds } from './funds.ts'
import { giftCodes } from './gift-codes.ts'
import { giftListLines } from './gift-lines.ts'
import { giftListSupplements } from './gift-supplements.ts'
import { giftLists } from './gifts.ts'
import { handOuts } from './hand-outs.ts'
import { imports } from './imports.ts'
import { kits } from './kits.ts'
import { disbursements, ledger } from './ledger.ts'
import { ledgerBooks } from './ledger-books.ts'
import { balanceCounts, ledgerClosings } from './ledger-closing.ts'
import { nextYears } from './next-year.ts'
import { nominations } from './nominations.ts'
import { notices } from './notices.ts'
import { notifications } from './notifications.ts'
import { openingStocks } from './opening-stocks.ts'
import { openings } from './openings.ts'
import { packages } from './packages.ts'
import { planImports } from './plan-import.ts'
import { documentFindings, planComments, planVersions } from './plan-versions.ts'
import { plannedTasks } from './planned-tasks.ts'
import { pledges } from './pledges.ts'
import { publications } from './publications.ts'
import { purchases, stockIssues } from './purchases.ts'
import { receiptLetters } from './receipt-letters.ts'
import { calendarFeeds, mails, reminders } from './reminders.ts'
import { reports } from './report.ts'
import { reportArchive } from './report-archive.ts'
import { start } from './start.ts'
import { giftKinds } from './stock.ts'
import { stockCards } from './stock-cards.ts'
import { stockCounts } from './stock-counts.ts'
import { taskChases, taskExtensions } from './task-chases.ts'
import { taskSteps } from './task-steps.ts'
import { taskViews } from './task-views.ts'
import { tasks } from './tasks.ts'
import { transparency } from './transparency.ts'

/** Every endpoint of the API, for its description, the permission matrix and the check that each one is implemented. */
export const contracts: readonly Contract[] = [
  setup,
  accounts,
  agency,
  units,
  employees,
  campaigns,
  nextYears,
  planImports,
  planVersions,
  planComments,
  documentFindings,
  activities,
  plannedTasks,
  audit,
  files,
  imports,
  start,
  reports,
  reportArchive,
  packages,
  annexes,
  confirmations,
  children,
  childMerges,
  childrenImport,
  dataRequests,
  giftKinds,
  purchases,
  stockIssues,
  kits,
  stockCards,
  stockCounts,
  giftListSupplements,
  giftLists,
  giftListLines,
  giftCodes,
  handOuts,
  tasks,
  taskViews,
  transparency,
  openings,
  openingStocks,
  receiptLetters,
  taskSteps,
  taskChases,
  taskExtensions,
  events,
  notices,
  notifications,
  reminders,
  calendarFeeds,
  mails,
  publications,
  awardTiers,
  nominations,
  awardDecisions,
  funds,
  donors,
  pledges,
  donations,
  bankStatements,
  bankLines,
  disbursements,
  ledger,
  balanceCounts,
  ledgerBooks,
  ledgerClosings,
].flatMap((group) => Object.values<Contract>(group))

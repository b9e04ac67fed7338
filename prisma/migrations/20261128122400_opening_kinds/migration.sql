-- AlterEnum
ALTER TYPE "AccountKind" ADD VALUE 'equity' BEFORE 'asset';

-- AlterEnum
ALTER TYPE "EntryKind" ADD VALUE 'opening';

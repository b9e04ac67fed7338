-- The code that is printed for a line tells of nobody, and stays.
CREATE OR REPLACE FUNCTION "erase_child_traces"(which UUID, everywhere BOOLEAN, mask TEXT) RETURNS INTEGER
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  family UUID[];
  lines UUID[];
  given UUID[];
  records TEXT[];
  names TEXT;
  own TEXT;
  place RECORD;
  touched INTEGER := 0;
  changed INTEGER;
BEGIN
  IF NOT EXISTS (SELECT FROM "DataRequest" WHERE "childId" = which AND "kind" = 'erasure' AND "status" = 'accepted') THEN
    RAISE EXCEPTION 'child % was not asked to be erased', which USING ERRCODE = 'insufficient_privilege';
  END IF;
  WITH RECURSIVE one AS (SELECT which AS id UNION SELECT c."id" FROM "Child" c JOIN one ON c."mergedIntoId" = one.id)
  SELECT array_agg(id) INTO family FROM one;
  SELECT coalesce(array_agg("id"), '{}') INTO lines FROM "GiftListLine" WHERE "childId" = ANY (family);
  SELECT coalesce(array_agg(id), '{}') INTO given FROM
    (SELECT "id" AS id FROM "HandOut" WHERE "lineId" = ANY (lines) UNION SELECT "id" FROM "UndoneHandOut" WHERE "lineId" = ANY (lines)) hand_outs;
  SELECT array_agg(id::text) INTO records FROM (
    SELECT unnest(family || lines || given) AS id
    UNION SELECT "id" FROM "Consent" WHERE "childId" = ANY (family)
    UNION SELECT "id" FROM "Nomination" WHERE "childId" = ANY (family)
    UNION SELECT "id" FROM "DataRequest" WHERE "childId" = ANY (family)
    UNION SELECT "id" FROM "ChildMerge" WHERE "keptId" = ANY (family) OR "goneId" = ANY (family)) belongings;
  SELECT records || coalesce(array_agg("id"::text), '{}') INTO records FROM "File" WHERE "subjectId"::text = ANY (records);
  own := array_to_string(records, '|');

  -- Every word of a line and its hand-outs tells of the family, also in columns that come later.
  FOR place IN SELECT table_name AS t, column_name AS c, data_type AS kind, is_nullable = 'YES' AS optional FROM information_schema.columns
    WHERE table_schema = 'public' AND table_name IN ('GiftListLine', 'HandOut', 'UndoneHandOut') AND data_type IN ('text', 'jsonb', 'bytea')
      AND column_name <> 'code'
  LOOP
    EXECUTE format('UPDATE %I SET %I = %s WHERE %I = ANY ($1) AND %I IS NOT NULL', place.t, place.c,
      CASE place.kind WHEN 'text' THEN quote_literal(mask) WHEN 'jsonb' THEN CASE WHEN place.optional THEN 'NULL' ELSE '''{}''' END
        ELSE CASE WHEN place.optional THEN 'NULL' ELSE '''''' END END,
      CASE place.t WHEN 'GiftListLine' THEN 'id' ELSE 'lineId' END, place.c) USING lines;
  END LOOP;
  UPDATE "StockMovement" SET "reason" = mask WHERE "sourceId" = ANY (given) AND "reason" <> '';
  UPDATE "AuditEntry" SET "before" = NULL, "after" = NULL, "reason" = CASE WHEN "reason" IS NULL THEN NULL ELSE mask END
    WHERE "subjectId" = ANY (records) OR "before"::text ~ own OR "after"::text ~ own;

  SELECT string_agg('(?<![A-Za-zÀ-ỹ])' || regexp_replace(name, '([^[:alnum:][:space:]])', '\\\1', 'g') || '(?![A-Za-zÀ-ỹ])', '|') INTO names FROM (
    SELECT DISTINCT unnest(ARRAY["name", upper("name"), lower("name"), "search", upper("search"), initcap("search")]) AS name
    FROM "Child" WHERE "id" = ANY (family) AND "search" <> '') spellings;
  -- Answers kept for repeats, and what people were told: they end within weeks anyway.
  UPDATE "IdempotencyKey" SET "answer" = '{}' WHERE "answer"::text ~ own OR "answer"::text ~ names;
  DELETE FROM "Notification" WHERE "data"::text ~ own OR "data"::text ~ names;
  IF to_regclass('pgboss.job') IS NOT NULL THEN
    EXECUTE 'UPDATE pgboss.job SET data = NULL, output = NULL WHERE data::text ~ $1 OR output::text ~ $1' USING own || '|' || names;
  END IF;
  IF NOT everywhere THEN RETURN 0; END IF;
  FOR place IN SELECT c.table_name AS t, c.column_name AS c, c.data_type AS kind FROM information_schema.columns c
    JOIN information_schema.tables b ON b.table_schema = c.table_schema AND b.table_name = c.table_name AND b.table_type = 'BASE TABLE'
    WHERE c.table_schema = 'public' AND c.data_type IN ('text', 'jsonb') AND c.is_generated = 'NEVER'
      AND c.table_name NOT IN ('_prisma_migrations', 'Child', 'Employee', 'User', 'Donor', 'PlanVersion', 'ReceivedPackage', 'SigningKey', 'Session', 'Account')
      AND NOT (c.table_name = 'Report' AND c.column_name IN ('snapshot', 'snapshotHash'))
  LOOP
    EXECUTE format(CASE place.kind WHEN 'text' THEN 'UPDATE %1$I SET %2$I = regexp_replace(%2$I, $1, $2, ''g'') WHERE %2$I ~ $1'
      ELSE 'UPDATE %1$I SET %2$I = regexp_replace(%2$I::text, $1, $2, ''g'')::jsonb WHERE %2$I::text ~ $1' END, place.t, place.c) USING names, mask;
    GET DIAGNOSTICS changed = ROW_COUNT;
    touched := touched + changed;
  END LOOP;
  RETURN touched;
END
$$;

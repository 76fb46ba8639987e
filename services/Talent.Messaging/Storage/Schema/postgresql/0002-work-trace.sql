ALTER TABLE work ADD COLUMN trace_parent text NOT NULL DEFAULT '';

CREATE TABLE account_changes (
  id TEXT NOT NULL CONSTRAINT pk_account_changes PRIMARY KEY,
  account_id TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  changed_at INTEGER NOT NULL,
  what TEXT NOT NULL,
  role TEXT NOT NULL,
  scope TEXT NOT NULL,
  day TEXT NULL
);
CREATE INDEX ix_account_changes_account_id ON account_changes (account_id);

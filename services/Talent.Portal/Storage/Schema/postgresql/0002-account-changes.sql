CREATE TABLE account_changes (
  id text NOT NULL,
  account_id text NOT NULL,
  changed_by text NOT NULL,
  changed_at timestamp with time zone NOT NULL,
  what text NOT NULL,
  role text NOT NULL,
  scope text NOT NULL,
  day date NULL,
  CONSTRAINT pk_account_changes PRIMARY KEY (id)
);
CREATE INDEX ix_account_changes_account_id ON account_changes (account_id);

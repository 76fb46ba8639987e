CREATE TABLE accounts (
  id TEXT NOT NULL CONSTRAINT pk_accounts PRIMARY KEY,
  total INTEGER NOT NULL,
  changed_on TEXT NULL,
  version INTEGER NOT NULL
);

CREATE TABLE projected_totals (
  source TEXT NOT NULL,
  account_id TEXT NOT NULL,
  total INTEGER NOT NULL,
  last_position INTEGER NOT NULL,
  CONSTRAINT pk_projected_totals PRIMARY KEY (source, account_id)
);

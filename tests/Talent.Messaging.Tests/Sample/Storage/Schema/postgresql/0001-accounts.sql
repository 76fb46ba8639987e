CREATE TABLE accounts (
  id text NOT NULL,
  total bigint NOT NULL,
  changed_on date NULL,
  version bigint NOT NULL,
  CONSTRAINT pk_accounts PRIMARY KEY (id)
);

CREATE TABLE projected_totals (
  source text NOT NULL,
  account_id text NOT NULL,
  total bigint NOT NULL,
  last_position bigint NOT NULL,
  CONSTRAINT pk_projected_totals PRIMARY KEY (source, account_id)
);

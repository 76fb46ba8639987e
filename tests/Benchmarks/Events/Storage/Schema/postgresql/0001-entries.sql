CREATE TABLE entries (
  id text NOT NULL,
  text bytea NOT NULL,
  version bigint NOT NULL,
  CONSTRAINT pk_entries PRIMARY KEY (id)
);

CREATE TABLE projected_entries (
  id text NOT NULL,
  position bigint NOT NULL,
  CONSTRAINT pk_projected_entries PRIMARY KEY (id)
);

CREATE TABLE projected_entries (
  id text NOT NULL,
  position bigint NOT NULL,
  CONSTRAINT pk_projected_entries PRIMARY KEY (id)
);

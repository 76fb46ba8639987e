CREATE TABLE flag_discussions (
  flag_id text NOT NULL,
  shown_on date NOT NULL,
  replied_on date NULL,
  reply_text_id text NULL,
  CONSTRAINT pk_flag_discussions PRIMARY KEY (flag_id)
);

CREATE TABLE flag_discussions (
  flag_id TEXT NOT NULL CONSTRAINT pk_flag_discussions PRIMARY KEY,
  shown_on TEXT NOT NULL,
  replied_on TEXT NULL,
  reply_text_id TEXT NULL
);

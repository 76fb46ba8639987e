ALTER TABLE flags ADD COLUMN holder_id text NULL;

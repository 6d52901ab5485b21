-- Full text search: tsvector and tsquery columns, NOT NULL, with defaults, a trigger that fills what is null, indexed.
CREATE TABLE documents (
    id    serial PRIMARY KEY,
    title text NOT NULL,
    words tsvector NOT NULL,
    maybe tsvector,
    query tsquery NOT NULL
);
CREATE INDEX documents_words ON documents USING gin (words);
CREATE TABLE pages (
    id    serial PRIMARY KEY,
    body  text NOT NULL,
    words tsvector NOT NULL DEFAULT ''
);
CREATE TRIGGER pages_words BEFORE INSERT OR UPDATE ON pages
    FOR EACH ROW WHEN (NEW.words IS NULL) EXECUTE FUNCTION tsvector_update_trigger('words', 'pg_catalog.simple', 'body');

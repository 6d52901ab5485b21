-- Triggers that write rows and columns which a load makes: an audit, a counter, a slug, an index of words.
CREATE TABLE author (id bigserial PRIMARY KEY, name text NOT NULL, posts int NOT NULL DEFAULT 0 CHECK (posts >= 0));
CREATE TABLE post (
    id bigserial PRIMARY KEY,
    author_id bigint NOT NULL REFERENCES author,
    title text NOT NULL,
    slug text NOT NULL UNIQUE,
    words tsvector,
    updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE post_search (post_id bigint PRIMARY KEY REFERENCES post, words tsvector NOT NULL);
CREATE TABLE audit (
    id bigserial PRIMARY KEY,
    table_name text NOT NULL,
    row_id bigint NOT NULL,
    new_row text CHECK (new_row IS NULL OR new_row::jsonb IS NOT NULL),
    at timestamptz NOT NULL DEFAULT now()
);

CREATE FUNCTION note(name text, row_id bigint, content text) RETURNS void LANGUAGE sql AS
    $$ INSERT INTO audit (table_name, row_id, new_row) VALUES (name, row_id, content) $$;
CREATE FUNCTION audited() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM note(TG_TABLE_NAME, NEW.id, to_jsonb(NEW)::text);
    RETURN NULL;
END $$;
CREATE FUNCTION counted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE author SET posts = posts + 1 WHERE id = NEW.author_id;
    INSERT INTO post_search VALUES (NEW.id, to_tsvector('simple', NEW.title));
    RETURN NULL;
END $$;
CREATE FUNCTION finished() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.slug := md5(random()::text);
    NEW.updated_at = clock_timestamp();
    RETURN NEW;
END $$;
CREATE FUNCTION looked_at() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.title = '' THEN
        RAISE EXCEPTION 'a post needs a title';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER author_audit AFTER INSERT OR UPDATE ON author FOR EACH ROW EXECUTE FUNCTION audited();
CREATE TRIGGER post_audit AFTER INSERT ON post FOR EACH ROW EXECUTE FUNCTION audited();
CREATE TRIGGER post_count AFTER INSERT ON post FOR EACH ROW EXECUTE FUNCTION counted();
CREATE TRIGGER post_finish BEFORE INSERT ON post FOR EACH ROW EXECUTE FUNCTION finished();
CREATE TRIGGER post_look BEFORE INSERT ON post FOR EACH ROW EXECUTE FUNCTION looked_at();
CREATE TRIGGER post_words BEFORE INSERT OR UPDATE ON post
    FOR EACH ROW EXECUTE FUNCTION tsvector_update_trigger(words, 'pg_catalog.simple', title);
ALTER TABLE post ENABLE ALWAYS TRIGGER post_audit;

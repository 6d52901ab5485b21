-- Blog: slugs, publishing implies a date, approved comments in a tree, polymorphic likes, search vectors computed by the database.
CREATE TABLE author (
    id   serial PRIMARY KEY,
    name varchar(50) NOT NULL,
    url  text CHECK (url LIKE 'http://%' OR url LIKE 'https://%')
);
CREATE TABLE post (
    id           serial PRIMARY KEY,
    author_id    integer NOT NULL REFERENCES author,
    slug         varchar(60) NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    title        varchar(120) NOT NULL CHECK (trim(title) <> ''),
    body         text NOT NULL,
    published    boolean NOT NULL DEFAULT false,
    published_at timestamp,
    updated_at   timestamp,
    words        tsvector GENERATED ALWAYS AS (to_tsvector('english', title || ' ' || body)) STORED,
    CHECK (NOT published OR published_at IS NOT NULL),
    CHECK (updated_at IS NULL OR updated_at >= published_at)
);
CREATE INDEX post_words ON post USING gin (words);
CREATE TABLE comment (
    id       serial PRIMARY KEY,
    post_id  integer NOT NULL,
    reply_to integer,
    name     varchar(40),
    email    varchar(120),
    author_id integer REFERENCES author,
    body     text NOT NULL CHECK (char_length(body) BETWEEN 1 AND 5000),
    spam     real CHECK (spam >= 0 AND spam <= 1),
    UNIQUE (post_id, id),
    FOREIGN KEY (post_id) REFERENCES post,
    FOREIGN KEY (post_id, reply_to) REFERENCES comment (post_id, id),
    CHECK ((author_id IS NOT NULL AND name IS NULL AND email IS NULL) OR (author_id IS NULL AND name IS NOT NULL AND email IS NOT NULL))
);
CREATE TABLE likes (
    visitor    inet NOT NULL,
    target     text NOT NULL CHECK (target IN ('post', 'comment')),
    post_id    integer REFERENCES post,
    comment_id integer REFERENCES comment,
    day        date NOT NULL,
    CHECK (CASE target WHEN 'post' THEN post_id IS NOT NULL AND comment_id IS NULL ELSE comment_id IS NOT NULL AND post_id IS NULL END),
    UNIQUE NULLS NOT DISTINCT (visitor, post_id, comment_id)
);
CREATE TABLE redirect (
    old_slug varchar(60) PRIMARY KEY,
    post_id  integer NOT NULL REFERENCES post,
    status   smallint NOT NULL DEFAULT 301 CHECK (status = ANY ('{301,302,307,308}'::smallint[]))
);

-- Forum: boards and posts are trees, a thread names its first and last post (cycle of three), votes are pairs. Slugs are unique below a parent.
CREATE TABLE account (
    id         bigserial PRIMARY KEY,
    nick       varchar(24) NOT NULL,
    reputation integer NOT NULL DEFAULT 0 CHECK (reputation >= -1000),
    joined     timestamp NOT NULL,
    banned_until timestamp,
    banned_by  bigint REFERENCES account,
    CHECK ((banned_until IS NULL) = (banned_by IS NULL)),
    CHECK (banned_until > joined)
);
CREATE UNIQUE INDEX account_nick ON account (upper(nick));
CREATE TABLE board (
    id     serial PRIMARY KEY,
    parent integer REFERENCES board,
    slug   varchar(40) NOT NULL,
    CONSTRAINT board_slug UNIQUE NULLS NOT DISTINCT (parent, slug),
    CONSTRAINT no_loop CHECK (parent <> id)
);
CREATE TABLE thread (
    id         bigserial PRIMARY KEY,
    board_id   integer NOT NULL REFERENCES board,
    title      text NOT NULL CHECK (char_length(title) BETWEEN 3 AND 200),
    first_post bigint,
    last_post  bigint,
    pinned     boolean NOT NULL DEFAULT false,
    CHECK (last_post >= first_post)
);
CREATE TABLE post (
    id        bigserial PRIMARY KEY,
    thread_id bigint NOT NULL REFERENCES thread ON DELETE CASCADE,
    parent    bigint,
    author    bigint REFERENCES account ON DELETE SET NULL,
    depth     smallint NOT NULL CHECK (depth BETWEEN 0 AND 50),
    written   timestamp NOT NULL,
    edited    timestamp CHECK (edited >= written),
    body      text NOT NULL,
    UNIQUE (thread_id, id),
    FOREIGN KEY (thread_id, parent) REFERENCES post (thread_id, id),
    CHECK ((depth = 0) = (parent IS NULL))
);
ALTER TABLE thread ADD FOREIGN KEY (id, first_post) REFERENCES post (thread_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE thread ADD FOREIGN KEY (id, last_post) REFERENCES post (thread_id, id) DEFERRABLE INITIALLY DEFERRED;
CREATE TABLE vote (
    post_id    bigint NOT NULL REFERENCES post,
    account_id bigint NOT NULL REFERENCES account,
    value      smallint NOT NULL CHECK (value IN (-1, 1)),
    PRIMARY KEY (post_id, account_id)
);
CREATE TABLE attachment (
    post_id bigint NOT NULL REFERENCES post,
    place   smallint NOT NULL CHECK (place BETWEEN 1 AND 10),
    name    text NOT NULL,
    content bytea CHECK (octet_length(content) <= 4096),
    PRIMARY KEY (post_id, place)
);

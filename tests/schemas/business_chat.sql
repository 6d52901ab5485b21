-- Chat: members of a room read up to a message of that room, direct rooms are pairs in order, reactions are one emoji a member.
CREATE TABLE person (
    id     bigint PRIMARY KEY,
    handle varchar(32) NOT NULL UNIQUE CHECK (handle ~ '^@[a-z0-9_]{3,31}$'),
    status text
);
CREATE TABLE room (
    id    bigint PRIMARY KEY,
    kind  text NOT NULL CHECK (kind IN ('public', 'private', 'direct')),
    topic text CHECK (kind <> 'direct' OR topic IS NULL)
);
CREATE TABLE direct_room (
    room_id bigint PRIMARY KEY REFERENCES room,
    a       bigint NOT NULL REFERENCES person,
    b       bigint NOT NULL REFERENCES person,
    UNIQUE (a, b),
    CHECK (a < b)
);
CREATE TABLE message (
    room_id   bigint NOT NULL REFERENCES room,
    id        bigint NOT NULL,
    sender    bigint NOT NULL,
    answers   bigint,
    sent_at   timestamptz NOT NULL,
    edited_at timestamptz,
    body      text CHECK (octet_length(body) <= 8000),
    file      bytea,
    PRIMARY KEY (room_id, id),
    FOREIGN KEY (room_id, answers) REFERENCES message (room_id, id),
    CHECK (body IS NOT NULL OR file IS NOT NULL),
    CHECK (answers < id)
);
CREATE TABLE member (
    room_id   bigint NOT NULL REFERENCES room,
    person_id bigint NOT NULL REFERENCES person,
    last_read bigint,
    muted     boolean NOT NULL,
    PRIMARY KEY (room_id, person_id),
    FOREIGN KEY (room_id, last_read) REFERENCES message (room_id, id)
);
ALTER TABLE message ADD FOREIGN KEY (room_id, sender) REFERENCES member (room_id, person_id);
CREATE TABLE reaction (
    room_id   bigint NOT NULL,
    message   bigint NOT NULL,
    person_id bigint NOT NULL,
    emoji     varchar(8) NOT NULL CHECK (emoji IN ('👍', '👎', '❤', '😀', '🎉')),
    PRIMARY KEY (room_id, message, person_id, emoji),
    FOREIGN KEY (room_id, message) REFERENCES message (room_id, id),
    FOREIGN KEY (room_id, person_id) REFERENCES member (room_id, person_id)
);

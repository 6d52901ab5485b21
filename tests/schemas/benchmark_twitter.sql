-- A Twitter-like benchmark: followers and follows as the same pairs stored twice, tweets, an unrelated table of added tweets. Plain SQL.
CREATE TABLE user_profiles (
    uid         integer NOT NULL PRIMARY KEY,
    name        varchar(255) DEFAULT NULL,
    email       varchar(255) DEFAULT NULL,
    partitionid integer DEFAULT NULL,
    partitionid2 smallint DEFAULT NULL,
    followers   integer DEFAULT NULL
);

CREATE TABLE followers (
    f1 integer NOT NULL REFERENCES user_profiles (uid),
    f2 integer NOT NULL REFERENCES user_profiles (uid),
    PRIMARY KEY (f1, f2)
);

CREATE TABLE follows (
    f1 integer NOT NULL REFERENCES user_profiles (uid),
    f2 integer NOT NULL REFERENCES user_profiles (uid),
    PRIMARY KEY (f1, f2),
    CHECK (f1 <> f2)
);

CREATE TABLE tweets (
    id         bigint    NOT NULL PRIMARY KEY,
    uid        integer   NOT NULL REFERENCES user_profiles (uid),
    text       char(140) NOT NULL,
    createdate timestamp DEFAULT NULL
);

CREATE TABLE added_tweets (
    id         bigint    NOT NULL PRIMARY KEY,
    uid        integer   NOT NULL REFERENCES user_profiles (uid),
    text       char(140) NOT NULL,
    createdate timestamp DEFAULT NULL
);

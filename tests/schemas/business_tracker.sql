-- Project tracker: issues numbered within a project, blocking pairs, sprints that start before they end, custom fields as JSON, history.
CREATE TYPE state AS ENUM ('backlog', 'open', 'in progress', 'review', 'closed');
CREATE TABLE member (
    id    integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    login text NOT NULL UNIQUE CHECK (length(login) >= 2 AND length(login) <= 39 AND login NOT LIKE '%--%')
);
CREATE TABLE project (
    id      integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    key     varchar(5) NOT NULL UNIQUE CHECK (key ~ '^[A-Z]{2,5}$'),
    lead_id integer NOT NULL REFERENCES member
);
CREATE TABLE sprint (
    project_id integer NOT NULL REFERENCES project,
    number     smallint NOT NULL CHECK (number > 0),
    starts     date NOT NULL,
    ends       date NOT NULL CHECK (ends > starts),
    goal       text,
    PRIMARY KEY (project_id, number)
);
CREATE TABLE issue (
    project_id integer NOT NULL REFERENCES project,
    number     integer NOT NULL CHECK (number > 0),
    sprint     smallint,
    reporter   integer NOT NULL REFERENCES member,
    assignee   integer REFERENCES member,
    epic       integer,
    state      state NOT NULL DEFAULT 'backlog',
    points     smallint CHECK (points IN (1, 2, 3, 5, 8, 13, 21)),
    estimate   interval CHECK (estimate > interval '0' AND estimate <= interval '30 days'),
    spent      interval NOT NULL DEFAULT '0',
    opened_at  timestamptz NOT NULL,
    closed_at  timestamptz,
    fields     jsonb,
    PRIMARY KEY (project_id, number),
    FOREIGN KEY (project_id, sprint) REFERENCES sprint (project_id, number),
    FOREIGN KEY (project_id, epic) REFERENCES issue (project_id, number),
    CHECK ((state = 'closed') = (closed_at IS NOT NULL)),
    CHECK (closed_at > opened_at),
    CHECK (assignee IS NOT NULL OR state IN ('backlog', 'open'))
);
CREATE TABLE blocks (
    project_id integer NOT NULL,
    number     integer NOT NULL,
    other_project integer NOT NULL,
    other      integer NOT NULL,
    PRIMARY KEY (project_id, number, other_project, other),
    FOREIGN KEY (project_id, number) REFERENCES issue,
    FOREIGN KEY (other_project, other) REFERENCES issue,
    CHECK ((project_id, number) <> (other_project, other))
);
CREATE TABLE watcher (
    project_id integer NOT NULL,
    number     integer NOT NULL,
    member_id  integer NOT NULL REFERENCES member,
    PRIMARY KEY (project_id, number, member_id),
    FOREIGN KEY (project_id, number) REFERENCES issue
);
CREATE TABLE change (
    id         bigserial PRIMARY KEY,
    project_id integer NOT NULL,
    number     integer NOT NULL,
    old_state  state,
    new_state  state NOT NULL,
    at         timestamptz NOT NULL,
    FOREIGN KEY (project_id, number) REFERENCES issue,
    CHECK (old_state IS DISTINCT FROM new_state)
);

-- Checks over JSON documents: types, members, paths, containment, lengths, beside other columns, and what only a default meets.
CREATE TABLE settings (
    id      integer PRIMARY KEY,
    options jsonb NOT NULL CHECK (jsonb_typeof(options) = 'object'),
    tags    jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(tags) = 'array' AND jsonb_array_length(tags) <= 5),
    few_of  jsonb CHECK (jsonb_typeof(few_of) = 'array' AND jsonb_array_length(few_of) BETWEEN 1 AND 3),
    person  jsonb NOT NULL CHECK (person ? 'name' AND jsonb_typeof(person -> 'name') = 'string' AND (person ->> 'age')::int >= 18),
    payment jsonb NOT NULL CHECK (payment ->> 'type' IN ('card', 'cash') AND payment ?& ARRAY['amount', 'currency']),
    raw     json NOT NULL CHECK (json_typeof(raw) IN ('object', 'array')),
    version jsonb NOT NULL CHECK (version @> '{"v": 1}'),
    maybe   jsonb NOT NULL DEFAULT '{}' CHECK (maybe = '{}'::jsonb OR jsonb_typeof(maybe -> 'x') = 'number'),
    address jsonb NOT NULL CHECK (address #>> '{home,city}' IS NOT NULL AND length(address -> 'home' ->> 'city') > 2),
    few     jsonb NOT NULL CHECK (NOT (few ? 'tags') OR jsonb_array_length(few -> 'tags') <= 5)
);
CREATE TABLE job (
    id     bigserial PRIMARY KEY,
    state  text NOT NULL CHECK (state IN ('new', 'done', 'failed')),
    result jsonb,
    log    jsonb NOT NULL,
    queues text[] NOT NULL CHECK (array_ndims(queues) = 1 AND array_length(queues, 1) IS NOT NULL),
    CHECK (state = 'done' OR (state <> 'failed' AND log = '[]'::jsonb) OR (state = 'failed' AND log ? 'error')),
    CHECK ((state = 'done') = (result IS NOT NULL)),
    CHECK (result IS NULL OR jsonb_typeof(result) = 'object')
);
CREATE DOMAIN list AS jsonb CHECK (jsonb_typeof(VALUE) = 'array');
CREATE TABLE of_domain (
    id    integer PRIMARY KEY,
    items list NOT NULL
);

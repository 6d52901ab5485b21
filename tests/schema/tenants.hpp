// SPDX-License-Identifier: BSL-1.0
// Tables of many tenants: each key begins with the tenant, and references share that column.
#ifndef SYNTH_TESTS_SCHEMA_TENANTS_HPP
#define SYNTH_TESTS_SCHEMA_TENANTS_HPP

#include <cstdint>
#include <optional>

#include <synth/schema/schema.hpp>

namespace tenants {

struct tenant {
    std::int64_t id{};
};
struct user {
    std::int64_t tenant_id{};
    std::int32_t id{};
};
struct project {
    std::int64_t tenant_id{};
    std::int32_t id{};
};
struct label {
    std::int64_t tenant_id{};
    std::int32_t id{};
};
struct membership {
    std::int64_t tenant_id{};
    std::int32_t user_id{};
    std::int32_t project_id{};
};
struct task {
    std::int64_t id{};
    std::int64_t tenant_id{};
    std::int32_t project_id{};
    std::int32_t author_id{};
    std::optional<std::int32_t> label_id;
};
struct comment {
    std::int64_t id{};
    std::int64_t tenant_id{};
    std::optional<std::int64_t> parent_id;
};

using database = synth::schema<tenant, user, project, label, membership, task, comment>;

} // namespace tenants

template<>
inline constexpr auto synth::table<tenants::tenant> = synth::describe<tenants::tenant>(synth::row_count(5));
template<>
inline constexpr auto synth::table<tenants::user> =
    synth::describe<tenants::user>(synth::primary_key<&tenants::user::tenant_id, &tenants::user::id>(),
                                   synth::row_count(23),
                                   synth::references<&tenants::user::tenant_id, &tenants::tenant::id>());
template<>
inline constexpr auto synth::table<tenants::project> = synth::describe<tenants::project>(
    synth::primary_key<&tenants::project::tenant_id, &tenants::project::id>(), synth::row_count(17),
    synth::references<&tenants::project::tenant_id, &tenants::tenant::id>());
template<>
inline constexpr auto synth::table<tenants::label> =
    synth::describe<tenants::label>(synth::primary_key<&tenants::label::tenant_id, &tenants::label::id>(),
                                    synth::row_count(11),
                                    synth::references<&tenants::label::tenant_id, &tenants::tenant::id>());
template<>
inline constexpr auto synth::table<tenants::membership> = synth::describe<tenants::membership>(
    synth::primary_key<&tenants::membership::tenant_id, &tenants::membership::user_id,
                       &tenants::membership::project_id>(),
    synth::row_count(60),
    synth::references<synth::columns<&tenants::membership::tenant_id, &tenants::membership::user_id>,
                      synth::columns<&tenants::user::tenant_id, &tenants::user::id>>(),
    synth::references<synth::columns<&tenants::membership::tenant_id, &tenants::membership::project_id>,
                      synth::columns<&tenants::project::tenant_id, &tenants::project::id>>());
template<>
inline constexpr auto synth::table<tenants::task> = synth::describe<tenants::task>(
    synth::row_count(90),
    synth::references<synth::columns<&tenants::task::tenant_id, &tenants::task::project_id>,
                      synth::columns<&tenants::project::tenant_id, &tenants::project::id>>(),
    synth::references<synth::columns<&tenants::task::tenant_id, &tenants::task::author_id>,
                      synth::columns<&tenants::user::tenant_id, &tenants::user::id>>(),
    synth::references<synth::columns<&tenants::task::tenant_id, &tenants::task::label_id>,
                      synth::columns<&tenants::label::tenant_id, &tenants::label::id>>(),
    synth::references<&tenants::task::tenant_id, &tenants::tenant::id>());
template<>
inline constexpr auto synth::table<tenants::comment> = synth::describe<tenants::comment>(
    synth::row_count(40), synth::unique<&tenants::comment::tenant_id, &tenants::comment::id>(),
    synth::references<&tenants::comment::tenant_id, &tenants::tenant::id>(),
    synth::references<synth::columns<&tenants::comment::tenant_id, &tenants::comment::parent_id>,
                      synth::columns<&tenants::comment::tenant_id, &tenants::comment::id>>());

#endif

// rejects: synth: a member list must have one name for each member
// SPDX-License-Identifier: BSL-1.0
#include <synth/reflect/members.hpp>

struct customer {
    int id{};
    int age{};
};

#if SYNTH_REJECT
constexpr synth::member_list<&customer::id, &customer::age> names{"id"};
#else
constexpr synth::member_list<&customer::id, &customer::age> names{"id", "age"};
#endif
static_assert(names.size == 2);

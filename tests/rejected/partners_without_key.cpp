// rejects: synth: partners must be of a reference that a key of an owner and this reference alone keeps distinct; add the key, or give the reference a law
// SPDX-License-Identifier: BSL-1.0
#include <cstdint>

#include <synth/dataset/dataset.hpp>
#include <synth/dataset/partner_rule.hpp>

struct ware {
    std::int64_t id{};
};
struct site {
    std::int64_t id{};
};
struct stock {
    std::int64_t ware_id{};
    std::int64_t site_id{};
};

template<>
inline constexpr auto synth::table<stock> = synth::describe<stock>(
#if !SYNTH_REJECT
    synth::primary_key<&stock::ware_id, &stock::site_id>(),
#endif
    synth::references<&stock::ware_id, &ware::id>(synth::even{}),
    synth::references<&stock::site_id, &site::id>(
        synth::partners([](std::uint64_t owner, std::uint64_t ordinal, std::uint64_t sites) {
            return (owner + ordinal) % sites;
        })));

int main() { return synth::dataset<synth::schema<ware, site, stock>>{}.row<stock>(0).ware_id == 1 ? 0 : 1; }

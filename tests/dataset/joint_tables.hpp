// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_TESTS_DATASET_JOINT_TABLES_HPP
#define SYNTH_TESTS_DATASET_JOINT_TABLES_HPP

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <synth/dataset/dataset.hpp>

// Tables whose keys are made of columns of few values.
namespace joint {

enum class mood : std::uint8_t { sad, ok, happy };

struct product {
    std::int32_t id{};
};
struct shop {
    std::int32_t id{};
};
struct translation { // one reference, one narrow column
    std::int32_t product_id{};
    std::string language;
    std::string text;
};
struct preferred { // and a boolean
    std::int32_t shop_id{};
    bool is_default{};
    std::optional<std::int32_t> address_id;
};
struct switches { // no reference
    mood kind{};
    bool on{};
    bool off{};
};
struct region { // texts
    std::string code;
    std::string part;
    std::int32_t size{};
};
struct price { // two references
    std::int32_t product_id{};
    std::int32_t shop_id{};
    mood kind{};
};
struct two_pairs { // keys of different references
    std::int32_t a{};
    std::int32_t b{};
    std::int32_t c{};
    std::int32_t d{};
};
struct tenant {
    std::int32_t id{};
};
struct member {
    std::int32_t tenant_id{};
    std::int32_t id{};
};
struct project {
    std::int32_t tenant_id{};
    std::int32_t id{};
};
struct role { // a pair in a group with a narrow column
    std::int32_t tenant_id{};
    std::int32_t member_id{};
    std::int32_t project_id{};
    mood what{};
};

using database = synth::schema<product, shop, translation, preferred, switches, region, price, two_pairs,
                               tenant, member, project, role>;

} // namespace joint

template<>
inline constexpr auto synth::labels<joint::mood> = std::to_array<std::string_view>({"sad", "ok", "happy"});
template<>
inline constexpr auto synth::table<joint::product> = synth::describe<joint::product>(synth::row_count(7));
template<>
inline constexpr auto synth::table<joint::shop> = synth::describe<joint::shop>(synth::row_count(9));
template<>
inline constexpr auto synth::table<joint::translation> = synth::describe<joint::translation>(
    synth::row_count(60),
    synth::primary_key<&joint::translation::product_id, &joint::translation::language>(),
    synth::references<&joint::translation::product_id, &joint::product::id>(),
    synth::column<&joint::translation::language>(synth::fixed_length(1)));
template<>
inline constexpr auto synth::table<joint::preferred> = synth::describe<joint::preferred>(
    synth::row_count(15), synth::unique<&joint::preferred::shop_id, &joint::preferred::is_default>(),
    synth::references<&joint::preferred::shop_id, &joint::shop::id>(),
    synth::references<&joint::preferred::address_id, &joint::product::id>());
template<>
inline constexpr auto synth::table<joint::switches> = synth::describe<joint::switches>(
    synth::row_count(9),
    synth::unique<&joint::switches::kind, &joint::switches::on, &joint::switches::off>());
template<>
inline constexpr auto synth::table<joint::region> =
    synth::describe<joint::region>(synth::row_count(900),
                                   synth::primary_key<&joint::region::code, &joint::region::part>(),
                                   synth::column<&joint::region::code>(synth::fixed_length(3)),
                                   synth::column<&joint::region::part>(synth::fixed_length(2)));
template<>
inline constexpr auto synth::table<joint::price> = synth::describe<joint::price>(
    synth::row_count(50),
    synth::primary_key<&joint::price::product_id, &joint::price::shop_id, &joint::price::kind>(),
    synth::references<&joint::price::product_id, &joint::product::id>(),
    synth::references<&joint::price::shop_id, &joint::shop::id>());
template<>
inline constexpr auto synth::table<joint::two_pairs> =
    synth::describe<joint::two_pairs>(synth::row_count(40),
                                      synth::primary_key<&joint::two_pairs::a, &joint::two_pairs::b>(),
                                      synth::unique<&joint::two_pairs::c, &joint::two_pairs::d>(),
                                      synth::references<&joint::two_pairs::a, &joint::product::id>(),
                                      synth::references<&joint::two_pairs::b, &joint::shop::id>(),
                                      synth::references<&joint::two_pairs::c, &joint::product::id>(),
                                      synth::references<&joint::two_pairs::d, &joint::shop::id>());
template<>
inline constexpr auto synth::table<joint::tenant> = synth::describe<joint::tenant>(synth::row_count(3));
template<>
inline constexpr auto synth::table<joint::member> =
    synth::describe<joint::member>(synth::row_count(10),
                                   synth::primary_key<&joint::member::tenant_id, &joint::member::id>(),
                                   synth::references<&joint::member::tenant_id, &joint::tenant::id>());
template<>
inline constexpr auto synth::table<joint::project> =
    synth::describe<joint::project>(synth::row_count(13),
                                    synth::primary_key<&joint::project::tenant_id, &joint::project::id>(),
                                    synth::references<&joint::project::tenant_id, &joint::tenant::id>());
template<>
inline constexpr auto synth::table<joint::role> = synth::describe<joint::role>(
    synth::row_count(100),
    synth::primary_key<&joint::role::tenant_id, &joint::role::member_id, &joint::role::project_id,
                       &joint::role::what>(),
    synth::references<synth::columns<&joint::role::tenant_id, &joint::role::member_id>,
                      synth::columns<&joint::member::tenant_id, &joint::member::id>>(),
    synth::references<synth::columns<&joint::role::tenant_id, &joint::role::project_id>,
                      synth::columns<&joint::project::tenant_id, &joint::project::id>>());

#endif

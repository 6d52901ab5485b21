// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_SCHEMA_SQL_FACT_HPP
#define SYNTH_SCHEMA_SQL_FACT_HPP

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <synth/schema/bit_string.hpp>
#include <synth/schema/bytes.hpp>
#include <synth/schema/composite.hpp>
#include <synth/schema/decimal.hpp>
#include <synth/schema/enumeration.hpp>
#include <synth/schema/json.hpp>
#include <synth/schema/network.hpp>
#include <synth/schema/range.hpp>
#include <synth/schema/sql_value.hpp>
#include <synth/schema/temporal.hpp>
#include <synth/schema/uuid.hpp>

namespace synth::detail {

/// What PostgreSQL calls a type, and its object identifier in pg_type, 0 where the server alone knows it.
struct sql_fact {
    std::string_view name;
    std::uint32_t oid{};
};

template<typename Type>
inline constexpr sql_fact sql_fact_of{};
template<>
inline constexpr sql_fact sql_fact_of<bool>{"boolean", 16};
template<>
inline constexpr sql_fact sql_fact_of<std::int16_t>{"smallint", 21};
template<>
inline constexpr sql_fact sql_fact_of<std::int32_t>{"integer", 23};
template<>
inline constexpr sql_fact sql_fact_of<std::int64_t>{"bigint", 20};
template<>
inline constexpr sql_fact sql_fact_of<float>{"real", 700};
template<>
inline constexpr sql_fact sql_fact_of<double>{"double precision", 701};
template<>
inline constexpr sql_fact sql_fact_of<std::string>{"text", 25};
template<>
inline constexpr sql_fact sql_fact_of<bytes>{"bytea", 17};
template<>
inline constexpr sql_fact sql_fact_of<date>{"date", 1082};
template<>
inline constexpr sql_fact sql_fact_of<time_of_day>{"time", 1083};
template<>
inline constexpr sql_fact sql_fact_of<time_of_day_tz>{"timetz", 1266};
template<>
inline constexpr sql_fact sql_fact_of<timestamp>{"timestamp", 1114};
template<>
inline constexpr sql_fact sql_fact_of<timestamp_tz>{"timestamptz", 1184};
template<>
inline constexpr sql_fact sql_fact_of<interval>{"interval", 1186};
template<>
inline constexpr sql_fact sql_fact_of<uuid>{"uuid", 2950};
template<>
inline constexpr sql_fact sql_fact_of<json>{"json", 114};
template<>
inline constexpr sql_fact sql_fact_of<jsonb>{"jsonb", 3802};
template<>
inline constexpr sql_fact sql_fact_of<inet>{"inet", 869};
template<>
inline constexpr sql_fact sql_fact_of<cidr>{"cidr", 650};
template<>
inline constexpr sql_fact sql_fact_of<macaddr>{"macaddr", 829};
template<>
inline constexpr sql_fact sql_fact_of<macaddr8>{"macaddr8", 774};
template<>
inline constexpr sql_fact sql_fact_of<bit_string>{"bit varying", 1562};

// "numeric(" + precision + "," + scale + ")" without <format>.
template<unsigned Precision, int Scale>
struct numeric_name {
    std::array<char, 24> text{};
    std::size_t size{};

    constexpr numeric_name() {
        append("numeric(");
        append(Precision);
        append(Scale < 0 ? ",-" : ",");
        append(static_cast<unsigned>(Scale < 0 ? -Scale : Scale));
        append(")");
    }

    [[nodiscard]] constexpr std::string_view view() const { return {text.data(), size}; }

private:
    constexpr void append(std::string_view part) {
        for (const char character : part) {
            text[size++] = character;
        }
    }
    constexpr void append(unsigned number) {
        if (number >= 10) {
            append(number / 10);
        }
        text[size++] = static_cast<char>('0' + number % 10);
    }
};

template<unsigned Precision, int Scale>
inline constexpr numeric_name<Precision, Scale> numeric_name_of{};
template<unsigned Precision, int Scale>
inline constexpr sql_fact sql_fact_of<decimal<Precision, Scale>>{numeric_name_of<Precision, Scale>.view(),
                                                                 1700};

template<labelled_enum Enumeration>
inline constexpr sql_fact sql_fact_of<Enumeration>{
    enumeration_name<Enumeration>.empty() ? std::string_view{"text"} : enumeration_name<Enumeration>, 0};

// The texts have no number where the server alone knows it.
template<fixed_string Type>
inline constexpr sql_fact sql_fact_of<sql_value<Type>>{Type.view(), 0};
template<fixed_string Type, typename... Attributes>
inline constexpr sql_fact sql_fact_of<composite<Type, Attributes...>>{Type.view(), 0};

// What a range of an element is called. Of elements without a range of PostgreSQL's own a user may make one,
// and says its name with sql_type.
struct range_facts {
    sql_fact one{"anyrange", 0};
    sql_fact many{"anymultirange", 0};
};

template<typename Element>
consteval range_facts facts_of_range() {
    if constexpr (std::same_as<Element, std::int32_t>) {
        return {{"int4range", 3904}, {"int4multirange", 4451}};
    } else if constexpr (std::same_as<Element, std::int64_t>) {
        return {{"int8range", 3926}, {"int8multirange", 4536}};
    } else if constexpr (std::same_as<Element, date>) {
        return {{"daterange", 3912}, {"datemultirange", 4535}};
    } else if constexpr (std::same_as<Element, timestamp>) {
        return {{"tsrange", 3908}, {"tsmultirange", 4533}};
    } else if constexpr (std::same_as<Element, timestamp_tz>) {
        return {{"tstzrange", 3910}, {"tstzmultirange", 4534}};
    } else if constexpr (std::floating_point<Element> || std::same_as<Element, std::int16_t> ||
                         std::same_as<Element, time_of_day> || std::same_as<Element, interval>) {
        return {};
    } else if constexpr (sql_fact_of<Element>.oid == 1700) {
        return {{"numrange", 3906}, {"nummultirange", 4532}};
    } else {
        return {{}, {}}; // no column
    }
}

template<typename Element>
inline constexpr sql_fact sql_fact_of<range<Element>> = facts_of_range<Element>().one;
template<typename Element>
inline constexpr sql_fact sql_fact_of<multirange<Element>> = facts_of_range<Element>().many;

// A name with "[]" behind it, in static storage.
template<typename Element>
struct array_name {
    static constexpr std::string_view name = sql_fact_of<Element>.name;
    static constexpr auto text = [] {
        std::array<char, name.size() + 2> result{};
        for (std::size_t index = 0; index < name.size(); ++index) {
            result[index] = name[index];
        }
        result[name.size()] = '[';
        result[name.size() + 1] = ']';
        return result;
    }();
};

} // namespace synth::detail

#endif

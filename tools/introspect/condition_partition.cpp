// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <cstddef>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "condition_term.hpp"

namespace synth::introspect {

namespace {

// One partition of a table that is partitioned by one value.
struct partition {
    std::string subject{};
    const term* null_test = nullptr; // the subject's
    bool takes_null = false;
    const term* low = nullptr;
    const term* high = nullptr;
    const term* choices = nullptr;
    bool understood = true;
};

partition partition_of(const term& bounds) {
    partition result;
    const bool single = bounds.parts.empty();
    const auto take = [&](const term& each) {
        const std::string& subject =
            each.comparison.starts_with("is_") ? each.constants[0].text : each.subject;
        if (subject.empty() || (!result.subject.empty() && result.subject != subject)) {
            result.understood = false;
            return;
        }
        result.subject = subject;
        const term** place = each.comparison == ">="              ? &result.low
                             : each.comparison == "<"             ? &result.high
                             : each.comparison == "in"            ? &result.choices
                             : each.comparison.starts_with("is_") ? &result.null_test
                                                                  : nullptr;
        result.understood = result.understood && place != nullptr && *place == nullptr;
        if (result.understood) {
            *place = &each;
        }
    };
    if (single) {
        take(bounds);
    }
    std::ranges::for_each(bounds.parts, take);
    // "a IS NULL OR a = 1" takes nulls; "a IS NOT NULL AND a = 1" does not.
    result.takes_null = result.null_test != nullptr && result.null_test->comparison == "is_null";
    result.understood = result.understood &&
                        (single || (bounds.bound == binding::either) == result.takes_null) &&
                        (result.choices == nullptr || (result.low == nullptr && result.high == nullptr));
    return result;
}

// Whether a range ends where another begins.
bool touches(const term* high, const term* low) {
    return high != nullptr && low != nullptr && high->constants[0].text == low->constants[0].text;
}

bool begins_before(const partition& left, const partition& right) {
    if (left.low == nullptr || right.low == nullptr) {
        return left.low == nullptr && right.low != nullptr;
    }
    return left.low->constants[0].value->number < right.low->constants[0].value->number;
}

// The comparisons with constants that all have to hold within some bounds.
std::vector<const term*> lists_of(const term& bounds) {
    std::vector<const term*> lists;
    if (bounds.comparison == "in") {
        lists.push_back(&bounds);
    }
    for (const term& each : bounds.parts) {
        if (bounds.bound == binding::both && each.comparison == "in") {
            lists.push_back(&each);
        }
    }
    return lists;
}

// What partitions of partitions have in common: each takes some values of a column, so all rows have one of
// these. A key must know them.
std::vector<term> common_lists(const std::vector<term>& bounds, const std::set<std::size_t>& keys) {
    std::vector<term> common;
    for (const term* first : lists_of(bounds.front())) {
        std::vector<term> same;
        for (const term& each : bounds) {
            for (const term* other : lists_of(each)) {
                if (other->subject == first->subject) {
                    same.push_back(*other);
                    break;
                }
            }
        }
        const bool of_key = std::ranges::includes(keys, first->columns);
        if (of_key && same.size() == bounds.size()) {
            common.push_back(one_of(std::move(same)));
        }
    }
    return common;
}

} // namespace

term one_of_partitions(std::vector<term> bounds, const std::set<std::size_t>& keys) {
    std::vector<partition> partitions;
    for (const term& each : bounds) {
        partitions.push_back(partition_of(each));
    }
    const bool understood = std::ranges::all_of(partitions, [&](const partition& each) {
        return each.understood && each.subject == partitions.front().subject;
    });
    if (!understood) {
        std::vector<term> all = common_lists(bounds, keys);
        all.push_back(one_of(std::move(bounds)));
        return all_of(std::move(all));
    }
    std::ranges::stable_sort(partitions, begins_before);
    std::vector<term> ranges;
    const term* null_test = nullptr;
    bool takes_null = false;
    for (std::size_t at = 0; at < partitions.size(); ++at) {
        const partition& first = partitions[at];
        null_test = first.null_test != nullptr ? first.null_test : null_test;
        takes_null = takes_null || first.takes_null;
        while (at + 1 < partitions.size() && touches(partitions[at].high, partitions[at + 1].low)) {
            ++at;
        }
        std::vector<term> parts;
        for (const term* each : {first.low, partitions[at].high, first.choices}) {
            if (each != nullptr) {
                parts.push_back(*each);
            }
        }
        if (!parts.empty() || !first.takes_null) {
            ranges.push_back(all_of(std::move(parts)));
        }
    }
    term inside = one_of(std::move(ranges));
    if (null_test == nullptr) {
        return inside;
    }
    const term nulls = null_term(null_test->constants[0], takes_null);
    return takes_null ? one_of({nulls, std::move(inside)}) : all_of({nulls, std::move(inside)});
}

} // namespace synth::introspect

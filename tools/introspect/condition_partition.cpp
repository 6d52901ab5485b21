// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <cstddef>
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

} // namespace

term one_of_partitions(std::vector<term> bounds) {
    std::vector<partition> partitions;
    for (const term& each : bounds) {
        partitions.push_back(partition_of(each));
    }
    const bool understood = std::ranges::all_of(partitions, [&](const partition& each) {
        return each.understood && each.subject == partitions.front().subject;
    });
    if (!understood) {
        return one_of(std::move(bounds));
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

// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_WORD_POOL_HPP
#define SYNTH_GENERATE_WORD_POOL_HPP

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace synth {

/// A word in a piece of memory of fixed size, so that a generator copies it with one move of 16 bytes.
struct pool_word {
    std::array<char, 15> text{};
    std::uint8_t size{};

    constexpr pool_word() = default;
    constexpr explicit(false) pool_word(const char* word) {
        while (word[size] != '\0') {
            text[size] = word[size];
            ++size;
        }
    }

    [[nodiscard]] constexpr std::string_view view() const { return {text.data(), size}; }
};

/// 256 plain English words of two to nine small letters: a byte picks one. Their order is part of every text
/// that was ever made of them, so a change is a breaking one.
inline constexpr std::array<pool_word, 256> word_pool{
    "able",    "above",   "across",  "actor",   "afternoon", "again",   "agree",   "air",      "alive",
    "almost",  "along",   "always",  "amber",   "anchor",    "animal",  "answer",  "apple",    "arch",
    "arm",     "around",  "arrow",   "artist",  "autumn",    "average", "away",    "baker",    "balance",
    "bamboo",  "basket",  "beach",   "bean",    "bear",      "because", "bell",    "below",    "bench",
    "berry",   "better",  "big",     "bird",    "blanket",   "blue",    "boat",    "book",     "border",
    "bottle",  "branch",  "brave",   "bread",   "breeze",    "bridge",  "bright",  "broad",    "brook",
    "brother", "brown",   "bucket",  "build",   "button",    "cabin",   "calm",    "camera",   "candle",
    "canvas",  "captain", "careful", "castle",  "cedar",     "center",  "chair",   "change",   "cherry",
    "circle",  "city",    "clay",    "clear",   "clever",    "cliff",   "clock",   "cloud",    "coast",
    "coffee",  "color",   "common",  "copper",  "corner",    "cotton",  "country", "cover",    "crystal",
    "curious", "current", "dance",   "dark",    "dawn",      "deep",    "desert",  "distant",  "doctor",
    "door",    "double",  "dream",   "drift",   "early",     "earth",   "east",    "easy",     "echo",
    "edge",    "eight",   "empty",   "energy",  "engine",    "evening", "every",   "fabric",   "fair",
    "falcon",  "family",  "farmer",  "feather", "field",     "final",   "finger",  "fire",     "first",
    "fish",    "flag",    "flower",  "follow",  "forest",    "fossil",  "four",    "fresh",    "friend",
    "frost",   "fruit",   "garden",  "gate",    "gentle",    "giant",   "glass",   "glove",    "gold",
    "grain",   "grand",   "grass",   "gravel",  "green",     "ground",  "guest",   "guitar",   "hammer",
    "happy",   "harbor",  "harvest", "hazel",   "heart",     "heavy",   "hidden",  "hill",     "hollow",
    "honey",   "horse",   "hour",    "house",   "hundred",   "idea",    "indigo",  "inside",   "iron",
    "island",  "ivory",   "jacket",  "jolly",   "journey",   "juice",   "jungle",  "kettle",   "kind",
    "kitchen", "ladder",  "lake",    "lamp",    "large",     "laugh",   "leaf",    "lemon",    "lesson",
    "letter",  "light",   "lily",    "linen",   "little",    "local",   "lonely",  "long",     "lucky",
    "lunar",   "maple",   "marble",  "market",  "meadow",    "melody",  "metal",   "middle",   "mill",
    "minute",  "mirror",  "modern",  "moment",  "morning",   "moss",    "motion",  "mountain", "music",
    "narrow",  "nature",  "near",    "needle",  "never",     "night",   "noble",   "north",    "oak",
    "ocean",   "offer",   "olive",   "open",    "orange",    "orchard", "other",   "outside",  "owl",
    "paint",   "paper",   "patient", "pebble",  "pencil",    "people",  "pepper",  "piano",    "picture",
    "pillow",  "pine",    "place",   "planet",  "plenty",    "pocket",  "pond",    "poppy",    "quick",
    "quiet",   "rain",    "river",   "road"};

} // namespace synth

#endif

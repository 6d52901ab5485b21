// rejects: synth: an enumeration label must have 255 bytes or fewer
#include <array>
#include <string_view>

#include <synth/sink/string_text.hpp>

enum class size { large };

inline constexpr std::array<char, 256> large{};
#if SYNTH_REJECT
inline constexpr std::string_view label{large.data(), 256};
#else
inline constexpr std::string_view label{large.data(), 255};
#endif

template<>
inline constexpr auto synth::labels<size> = std::to_array<std::string_view>({label});

static_assert(synth::text_form<size>::fixed_bound > 0);
char* write(char* out) { return synth::text_form<size>::write(out, size::large); }

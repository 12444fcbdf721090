// Symbol visibility: what users may link against.
#pragma once

#if defined(NIANBAO_STATIC)
#define NIANBAO_API
#else
#define NIANBAO_API __attribute__((visibility("default")))
#endif

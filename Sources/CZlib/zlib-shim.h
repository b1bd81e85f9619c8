// zlib of the operating system, for the texts that are kept with annotations.
#include <zlib.h>

using PulumiNumbers.Plugin.Serving;

namespace PulumiNumbers.Tests.Plugin.Hosting;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("127.0.0.1:5000", "127.0.0.1:5000")]
    [InlineData("--logtostderr -v=9 127.0.0.1:5000", "127.0.0.1:5000")]
    [InlineData("--logtostderr --tracing http://127.0.0.1:9411/api 127.0.0.1:5000", "127.0.0.1:5000")]
    [InlineData("--tracing=127.0.0.1:9411 localhost:1", "localhost:1")]
    [InlineData("-v 3 --future-flag x [::1]:5000", "[::1]:5000")]
    [InlineData("", null)]
    [InlineData("--tracing 127.0.0.1:9411", null)]
    [InlineData("--tracing=127.0.0.1:9411", null)]
    [InlineData("-v 3", null)]
    [InlineData("127.0.0.1:notaport", null)]
    [InlineData(":5000", null)]
    public void The_engines_address_is_the_last_word(string line, string? expected) =>
        Assert.Equal(expected, CommandLine.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).EngineAddress);
}

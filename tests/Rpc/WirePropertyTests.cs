using System.IO.Pipelines;
using FsCheck;
using FsCheck.Fluent;
using Google.Protobuf;
using Grpc.Core;
using PulumiNumbers.Rpc.Wire;
using Pulumirpc;

namespace PulumiNumbers.Tests.Rpc;

public sealed class WirePropertyTests
{
    private static readonly Config Seeded = Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(20_260_801, 7);

    private static readonly Marshaller<CheckFailure> Marshaller = Marshallers.Create<CheckFailure>(
        (message, context) =>
        {
            context.SetPayloadLength(message.CalculateSize());
            message.WriteTo(context.GetBufferWriter());
            context.Complete();
        },
        context => CheckFailure.Parser.ParseFrom(context.PayloadAsReadOnlySequence()));

    [Fact]
    public void Percent_encoding_gives_back_every_text_and_needs_only_printable_ASCII() =>
        Check.One(Seeded, Prop.ForAll<NonNull<string>>(text =>
        {
            var valid = System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text.Get));
            var encoded = PercentEncoding.Encode(valid);
            var decoded = PercentEncoding.Decode(encoded);
            return encoded.All(c => c is >= ' ' and <= '~') && string.Equals(decoded, valid, StringComparison.Ordinal);
        }));

    [Fact]
    public void Percent_decoding_takes_anything() =>
        Check.One(Seeded, Prop.ForAll<NonNull<string>>(text => PercentEncoding.Decode("%" + text.Get + "%a") is not null));

    [Theory]
    [InlineData("100%25 sure", "100% sure")]
    [InlineData("%C3%BC", "ü")]
    [InlineData("%c3%bc", "ü")]
    [InlineData("%", "%")]
    [InlineData("%4", "%4")]
    [InlineData("%zz", "%zz")]
    [InlineData("a%ffb", "a\uFFFDb")]
    public void Percent_decoding_follows_the_protocol(string encoded, string decoded) =>
        Assert.Equal(decoded, PercentEncoding.Decode(encoded));

    [Fact]
    public void A_timeout_is_never_shortened_and_at_most_a_unit_longer() =>
        Check.One(Seeded, Prop.ForAll<long>(ticks =>
        {
            var timeout = TimeSpan.FromTicks(Math.Abs(ticks % (TimeSpan.TicksPerDay * 365)));
            var parsed = GrpcTimeout.TryParse(GrpcTimeout.Format(timeout), out var read);
            return parsed && read >= timeout && read - timeout <= timeout / 1_000_000 + TimeSpan.FromTicks(1);
        }));

    [Theory]
    [InlineData("1H", 36_000_000_000)]
    [InlineData("2M", 1_200_000_000)]
    [InlineData("3S", 30_000_000)]
    [InlineData("4m", 40_000)]
    [InlineData("5u", 50)]
    [InlineData("600n", 6)]
    [InlineData("0n", 1)]
    public void A_timeout_is_read_in_its_unit(string text, long ticks)
    {
        Assert.True(GrpcTimeout.TryParse(text, out var timeout));
        Assert.Equal(ticks, timeout.Ticks);
    }

    [Theory]
    [InlineData("")]
    [InlineData("S")]
    [InlineData("1")]
    [InlineData("1s")]
    [InlineData("+1S")]
    [InlineData(" 1S")]
    [InlineData("1.5S")]
    [InlineData("100000000S")]
    public void A_timeout_that_is_none_is_refused(string text) => Assert.False(GrpcTimeout.TryParse(text, out _));

    [Fact]
    public void Base64_is_read_with_and_without_padding() =>
        Check.One(Seeded, Prop.ForAll<byte[]>(bytes =>
            Base64Header.TryDecode(Base64Header.Encode(bytes), out var unpadded)
            && Base64Header.TryDecode(Convert.ToBase64String(bytes), out var padded)
            && unpadded.AsSpan().SequenceEqual(bytes)
            && padded.AsSpan().SequenceEqual(bytes)));

    [Fact]
    public void Messages_are_the_same_however_the_stream_is_cut_up() =>
        Check.One(Seeded, Prop.ForAll<NonNull<string>[], PositiveInt[]>((texts, cuts) =>
        {
            var messages = texts.Select(text => new CheckFailure { Reason = text.Get }).ToArray();
            var read = ReadAllAsync(Pieces(Frames(messages), cuts)).GetAwaiter().GetResult();
            return read.SequenceEqual(messages);
        }));

    [Fact]
    public void A_stream_cut_short_brings_the_whole_messages_and_then_a_failure() =>
        Check.One(Seeded, Prop.ForAll<NonNull<string>, NonNull<string>, PositiveInt>((first, second, position) =>
        {
            CheckFailure[] messages = [new() { Reason = first.Get }, new() { Reason = second.Get }];
            var frames = Frames(messages);
            var firstLength = messages[0].CalculateSize() + 5;
            var kept = firstLength + 1 + position.Get % (frames.Length - firstLength - 1 + 1);
            if (kept >= frames.Length)
                return true;
            var received = new List<CheckFailure>();
            var failure = Record.ExceptionAsync(() => ReadAllAsync([frames[..kept]], received)).GetAwaiter().GetResult();
            return failure is RpcException { StatusCode: StatusCode.Internal } && received.SequenceEqual(messages[..1]);
        }));

    private static byte[] Frames(CheckFailure[] messages)
    {
        using var buffer = new ChunkedBuffer();
        foreach (var message in messages)
            FramedMessage.Write(Marshaller, message, buffer, int.MaxValue);
        return System.Buffers.BuffersExtensions.ToArray(buffer.AsSequence());
    }

    private static IEnumerable<byte[]> Pieces(byte[] bytes, PositiveInt[] cuts)
    {
        var position = 0;
        for (var cut = 0; position < bytes.Length; cut++)
        {
            var length = cuts.Length == 0 ? bytes.Length : Math.Min(cuts[cut % cuts.Length].Get, bytes.Length - position);
            yield return bytes[position..(position + length)];
            position += length;
        }
    }

    private static async Task<List<CheckFailure>> ReadAllAsync(IEnumerable<byte[]> pieces, List<CheckFailure>? received = null)
    {
        received ??= [];
        var pipe = new Pipe();
        var writing = WriteAsync(pipe.Writer, pieces);
        var reader = new MessageReader(pipe.Reader, int.MaxValue);
        while (await reader.ReadAsync(Marshaller, CancellationToken.None) is { } message)
            received.Add(message);
        await writing;
        return received;
    }

    private static async Task WriteAsync(PipeWriter writer, IEnumerable<byte[]> pieces)
    {
        foreach (var piece in pieces)
            await writer.WriteAsync(piece);
        await writer.CompleteAsync();
    }
}

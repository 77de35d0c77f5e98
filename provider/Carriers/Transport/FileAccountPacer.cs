using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace PulumiNumbers.Carriers.Transport;

/// <summary>
/// Spaces the requests of an account over all processes of a user: each account has a small file with the time of its next turn, which one process at a
/// time may open. Where the folder cannot be used, each process paces itself.
/// </summary>
/// <param name="folder">Where the files are; only the user who runs this process should have access to it.</param>
/// <param name="timeProvider">The clock, the same for all processes.</param>
public sealed class FileAccountPacer(string folder, TimeProvider timeProvider) : IAccountPacer
{
    private const int MaxLockFailures = 400;

    /// <summary>How long another process may need to take its turn.</summary>
    private static readonly TimeSpan LockRetryDelay = TimeSpan.FromMilliseconds(5);

    private readonly AccountPacer _ownPace = new(timeProvider);
    private int _lockFailures;

    /// <inheritdoc/>
    public TimeSpan TryReserve(string key, TimeSpan spacing)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (Volatile.Read(ref _lockFailures) >= MaxLockFailures)
            return _ownPace.TryReserve(key, spacing);
        try
        {
            CreateFolder();
            using var file = new FileStream(PathOf(key), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1);
            Volatile.Write(ref _lockFailures, 0);
            return TryReserve(file, spacing);
        }
        catch (IOException)
        {
            Interlocked.Increment(ref _lockFailures);
            return LockRetryDelay;
        }
        catch (UnauthorizedAccessException)
        {
            Volatile.Write(ref _lockFailures, MaxLockFailures);
            return _ownPace.TryReserve(key, spacing);
        }
    }

    private TimeSpan TryReserve(FileStream file, TimeSpan spacing)
    {
        Span<byte> ticks = stackalloc byte[sizeof(long)];
        var now = timeProvider.GetUtcNow().UtcTicks;
        if (file.ReadAtLeast(ticks, ticks.Length, throwOnEndOfStream: false) == ticks.Length)
        {
            // A turn further away than the space between two was written by a clock that has been set back since.
            var wait = BinaryPrimitives.ReadInt64LittleEndian(ticks) - now;
            if (wait > 0 && wait <= spacing.Ticks)
                return TimeSpan.FromTicks(wait);
        }

        BinaryPrimitives.WriteInt64LittleEndian(ticks, now + spacing.Ticks);
        file.Position = 0;
        file.Write(ticks);
        return TimeSpan.Zero;
    }

    private void CreateFolder()
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private string PathOf(string key) => Path.Combine(folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..16]);
}

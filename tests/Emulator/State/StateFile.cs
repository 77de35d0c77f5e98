using System.Text.Json;
using System.Text.Json.Serialization;

namespace PulumiNumbers.Emulator.State;

/// <summary>Keeps the state in a file. Each save replaces the file whole, so that killing the process at any moment leaves a state that was.</summary>
internal sealed class StateFile(string path) : IDisposable
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    private readonly SemaphoreSlim _turn = new(1);
    private long _saved = -1;

    /// <summary>Reads the state; null where there is none yet.</summary>
    /// <exception cref="InvalidDataException">The file holds something else.</exception>
    public EmulatorData? Load()
    {
        if (!File.Exists(path))
            return null;
        try
        {
            using var stream = File.OpenRead(path);
            return JsonSerializer.Deserialize<EmulatorData>(stream, Format);
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{path} does not hold an emulator's state: {e.Message} Delete it to start afresh.", e);
        }
    }

    /// <summary>Saves what is not saved yet. Requests that change the state at the same time share one save.</summary>
    public async Task SaveAsync(EmulatorState state)
    {
        long wanted;
        lock (state.Gate)
            wanted = state.Version;
        await _turn.WaitAsync();
        try
        {
            if (_saved >= wanted)
                return;
            byte[] bytes;
            lock (state.Gate)
            {
                wanted = state.Version;
                bytes = JsonSerializer.SerializeToUtf8Bytes(state.Data, Format);
            }

            await ReplaceAsync(bytes);
            _saved = wanted;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task ReplaceAsync(byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var draft = path + ".new";
        await File.WriteAllBytesAsync(draft, bytes);
        File.Move(draft, path, overwrite: true);
    }
}

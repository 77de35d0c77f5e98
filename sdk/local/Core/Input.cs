namespace Pulumi;

/// <summary>A value given to a resource: one that is there already, or the output of another resource.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
public class Input<T> : IInput
{
    private readonly Output<T>? _value;

    private protected Input()
    {
    }

    private Input(Output<T> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>An input of a value that is there already.</summary>
    public static implicit operator Input<T>(T value) => new(Output.Create(value));

    /// <summary>An input that is the output of something else.</summary>
    public static implicit operator Input<T>(Output<T> value) => new(value);

    /// <summary>The input's value as an output.</summary>
    public static implicit operator Output<T>(Input<T> input) => input.Flatten();

    IOutput IInput.Unwrap() => Unwrap();

    internal virtual Output<T> Flatten() => _value!;

    private protected virtual IOutput Unwrap() => _value!;
}

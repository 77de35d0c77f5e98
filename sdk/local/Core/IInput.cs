namespace Pulumi;

/// <summary>An input whose type is not known where it is used.</summary>
internal interface IInput
{
    /// <summary>
    /// The value one level deep: a list answers the inputs it is made of, so that one unknown element does not make the whole list unknown.
    /// </summary>
    IOutput Unwrap();
}

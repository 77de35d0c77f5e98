namespace PulumiNumbers.Plugin.Model;

/// <summary>Marks the collections in which order and duplicates mean nothing.</summary>
internal interface ISetShape;

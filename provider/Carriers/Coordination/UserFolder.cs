namespace PulumiNumbers.Carriers.Coordination;

/// <summary>Folders that belong to the user who runs the program and to nobody else.</summary>
public static class UserFolder
{
    /// <summary>Makes a folder that only this user may enter.</summary>
    public static void Create(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}

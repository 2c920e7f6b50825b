/** For a shell: writes its process id, whole, into the file that is its first parameter, and stays. */
export const writePidAndStay = 'echo $$ > "$0.new"; mv "$0.new" "$0"; exec sleep 600'
